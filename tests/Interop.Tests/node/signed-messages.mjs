// openid-client with signed requests (JAR), signed responses (JARM) and encrypted tokens: one login. Reads its task as JSON on standard
// input, answers as JSON. What the library refuses ends the script: its answer means that all of it held.
import { readFileSync } from 'node:fs';
import { importJWK } from 'jose';
import * as client from 'openid-client';
import { Browser } from './browser.mjs';

const task = JSON.parse(readFileSync(0, 'utf8'));

const config = await client.discovery(
  new URL(task.issuer), task.clientId,
  {
    id_token_signed_response_alg: task.algorithm, userinfo_signed_response_alg: task.algorithm,
    authorization_signed_response_alg: task.algorithm, request_object_signing_alg: task.signing.alg,
  },
  task.secret ? client.ClientSecretBasic(task.secret) : client.None(), { execute: [client.allowInsecureRequests] });
client.enableNonRepudiationChecks(config);
client.useJwtResponseMode(config);
client.enableDecryptingResponses(config, [task.enc], {
  key: await importJWK(task.decryption, task.decryption.alg), alg: task.decryption.alg, kid: task.decryption.kid,
});

const verifier = client.randomPKCECodeVerifier();
const state = client.randomState();
const nonce = client.randomNonce();
const address = await client.buildAuthorizationUrlWithJAR(config, {
  redirect_uri: task.redirectUri, scope: task.scope, state, nonce, login_hint: task.loginHint, ui_locales: 'en',
  code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
}, { key: await importJWK(task.signing, task.signing.alg), kid: task.signing.kid });
const back = await new Browser().walk(address.href, task.redirectUri);
const tokens = await client.authorizationCodeGrant(config, back,
  { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
const claims = tokens.claims();
console.log(JSON.stringify({
  asked: [...address.searchParams.keys()].sort(), answered: [...back.searchParams.keys()], idToken: tokens.id_token, claims,
  userinfo: await client.fetchUserInfo(config, tokens.access_token, claims.sub),
}));
