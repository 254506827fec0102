// A relying party on openid-client registers itself (RFC 7591). Reads its task as JSON on standard input, answers with what the library took
// from the hub's answer. What the library refuses ends the script.
import { readFileSync } from 'node:fs';
import * as client from 'openid-client';

const task = JSON.parse(readFileSync(0, 'utf8'));
const config = await client.dynamicClientRegistration(
  new URL(task.issuer), task.metadata, client.ClientSecretBasic(),
  { initialAccessToken: task.token, execute: [client.allowInsecureRequests] });

console.log(JSON.stringify(config.clientMetadata()));
