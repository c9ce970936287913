/** Seconds of processor time that something takes: unlike the clock, it hardly depends on what else the machine does. */
export async function processorSeconds(run: () => unknown): Promise<number> {
  const started = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}
