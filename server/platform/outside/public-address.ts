// SPDX-License-Identifier: EUPL-1.2
import { BlockList, isIP, isIPv4 } from 'node:net';

/** IPv4 that leads to no host of the public internet (RFC 6890 and what IANA's special-purpose registry has besides). */
const specialV4 = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) specialV4.addSubnet(net, prefix, 'ipv4');

/** Everything global of IPv6 begins so; mapped, NAT64 and local addresses do not. */
const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');
const specialV6 = new BlockList();
// Protocol assignments with Teredo, documentation, 6to4.
for (const [net, prefix] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) specialV6.addSubnet(net, prefix, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether an IP address may be called on behalf of somebody. `allowLoopback` is for tests. */
export function isPublicAddress(address: string, allowLoopback: boolean): boolean {
  if (isIP(address) === 0) return false;
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  if (loopback.check(address, family)) return allowLoopback;
  return family === 'ipv4' ? !specialV4.check(address, family) : globalV6.check(address, family) && !specialV6.check(address, family);
}
