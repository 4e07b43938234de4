// Runs graphql-http's audits of a server, one JSON object a line: node audit.js <address> <account:password>
import { serverAudits } from 'graphql-http';

const [url, login] = process.argv.slice(2);
const authorization = `Basic ${Buffer.from(login).toString('base64')}`;
const fetchFn = (address, request = {}) =>
  fetch(address, { ...request, headers: { ...request.headers, authorization } });

for (const audit of serverAudits({ url, fetchFn })) {
  const { id, name, status, reason } = await audit.fn();
  console.log(JSON.stringify({ id, name, status, reason }));
}
