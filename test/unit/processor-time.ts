/**
 * The processor time that synchronous work takes, in milliseconds. For tests of growth with the length of
 * a text: unlike the clock it does not count what others do on the machine.
 */
export function processorMilliseconds(work: () => unknown): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}
