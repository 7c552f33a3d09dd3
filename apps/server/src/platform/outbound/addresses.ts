import { BlockList, isIP } from 'node:net';

/**
 * Which addresses the internet can route to. IPv6 is the other way round from IPv4: only the block that is handed out
 * (2000::/3) is allowed, less what is carved out of it, so forms that wrap an IPv4 address (mapped, compatible, NAT64)
 * and anything assigned in future are refused without being named.
 */
const FORBIDDEN_IPV4: [string, number][] = [
  ['0.0.0.0', 8], // "this host": Linux connects 0.0.0.0 to itself
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier NAT; also Alibaba's metadata service and Tailscale
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // Azure's host agent, on a public address
  ['169.254.0.0', 16], // link-local; the metadata service of most clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // IETF protocols; Oracle's metadata service
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
];
const GLOBAL_IPV6: [string, number] = ['2000::', 3];
const FORBIDDEN_IPV6: [string, number][] = [
  ['2001::', 23], // IETF protocols: Teredo, ORCHID, benchmarks
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: wraps any IPv4 address
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
];

const forbiddenIpv4 = blocks(FORBIDDEN_IPV4, 'ipv4');
const globalIpv6 = blocks([GLOBAL_IPV6], 'ipv6');
const forbiddenIpv6 = blocks(FORBIDDEN_IPV6, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !forbiddenIpv4.check(address, 'ipv4');
  // A zone ("%eth0") belongs to link-local addresses alone.
  if (family === 0 || address.includes('%')) return false;
  return globalIpv6.check(address, 'ipv6') && !forbiddenIpv6.check(address, 'ipv6');
}

function blocks(ranges: [string, number][], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, bits] of ranges) list.addSubnet(network, bits, family);
  return list;
}
