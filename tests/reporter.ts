import { relative } from "node:path";
import type { TestEvent } from "node:test/reporters";
import { inspect } from "node:util";

type Pass = Extract<TestEvent, { type: "test:pass" }>["data"];
type Failure = Extract<TestEvent, { type: "test:fail" }>["data"];

/** Reporter of node:test that says nothing while all is well: failures, skipped tests with their reason, and one line of figures. */
export async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const output = new Map<string, string>();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failedFiles = new Set<string>();
  for await (const { type, data } of events) {
    if (type === "test:stdout" || type === "test:stderr") {
      output.set(data.file, (output.get(data.file) ?? "") + data.message);
    } else if (type === "test:fail" && !isConsequence(data)) {
      counts.failed += 1;
      failedFiles.add(data.file ?? "");
      yield failureText(data);
    } else if (type === "test:pass" && data.skip !== undefined) {
      counts.skipped += 1;
      yield `- skipped: ${data.name}${typeof data.skip === "string" ? ` (${data.skip})` : ""}\n`;
    } else if (type === "test:pass" && !isSuite(data)) {
      counts.passed += 1;
    }
  }
  for (const file of failedFiles) yield outputText(file, output.get(file));
  yield `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}

function isSuite({ details }: Pass): boolean {
  return details.type === "suite";
}

/** True for a suite or file that failed because a test in it did: that test has been told. */
function isConsequence({ details }: Failure): boolean {
  const { error } = details;
  return "failureType" in error && error.failureType === "subtestsFailed";
}

function failureText({ name, file, details }: Failure): string {
  const { cause } = details.error;
  const text = cause instanceof Error ? errorText(cause) : inspect(cause ?? details.error);
  return `✗ ${name} (${relative("", file ?? "")})\n${indent(text)}\n\n`;
}

/** An error's message and diff, the lines of our own code that led to it, and what caused it. */
function errorText(error: Error): string {
  const lines = (error.stack ?? error.message).split("\n");
  // "    at Test.run (node:internal/test_runner/test:797:9)" helps nobody.
  const own = lines.filter((line) => !/^ +at .*(?:node:|node_modules)/u.test(line));
  const cause = error.cause instanceof Error ? [`Caused by: ${errorText(error.cause)}`] : [];
  return [...own, ...cause].join("\n");
}

function outputText(file: string, text: string | undefined): string {
  return text === undefined ? "" : `Printed by ${relative("", file)}:\n${indent(text)}\n\n`;
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gmu, "    ");
}
