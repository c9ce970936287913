import { SaxesParser } from "saxes";

/** Why a text is not well-formed XML with namespaces; empty when it is. */
export function xmlProblems(text: string): string[] {
  const problems: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => problems.push(error.message));
  parser.write(text).close();
  return problems;
}
