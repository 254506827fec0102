// A relying party of the FAPI 2.0 Security Profile on openid-client: pushed request, private_key_jwt, DPoP. Reads its task as JSON
// on standard input, answers as JSON. What the client library refuses ends the script: its answer means that all of it held.
import { readFileSync } from 'node:fs';
import { importJWK } from 'jose';
import * as client from 'openid-client';
import { Browser } from './browser.mjs';

const task = JSON.parse(readFileSync(0, 'utf8'));
const key = await importJWK(task.jwk, task.jwk.alg);
const config = await client.discovery(
  new URL(task.issuer), task.clientId, { id_token_signed_response_alg: task.algorithm },
  client.PrivateKeyJwt({ key, kid: task.jwk.kid }, {
    // The hub wants the explicit type of RFC 7523bis and the issuer alone as audience.
    [client.modifyAssertion]: (header, payload) => {
      header.typ = 'client-authentication+jwt';
      payload.aud = task.issuer;
    },
  }), { execute: [client.allowInsecureRequests] });
client.enableNonRepudiationChecks(config);
const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'));

const verifier = client.randomPKCECodeVerifier();
const state = client.randomState();
const nonce = client.randomNonce();
const address = await client.buildAuthorizationUrlWithPAR(config, {
  redirect_uri: task.redirectUri, scope: task.scope, state, nonce, login_hint: task.loginHint,
  code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
}, { DPoP });
const back = await new Browser().walk(address.href, task.redirectUri);
const tokens = await client.authorizationCodeGrant(config, back,
  { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }, undefined, { DPoP });
const claims = tokens.claims();
const userinfo = await client.fetchUserInfo(config, tokens.access_token, claims.sub, { DPoP });
const next = await client.refreshTokenGrant(config, tokens.refresh_token, undefined, { DPoP });
const again = await client.fetchUserInfo(config, next.access_token, claims.sub, { DPoP });
const cases = await client.fetchProtectedResource(config, next.access_token, new URL('api/applications', task.issuer), 'GET', undefined, undefined, { DPoP });

console.log(JSON.stringify({
  parameters: [...address.searchParams.keys()], tokenType: tokens.token_type, thumbprint: await DPoP.calculateThumbprint(),
  accessToken: tokens.access_token, idToken: tokens.id_token, claims, name: userinfo.name, nameAgain: again.name,
  refreshed: next.token_type, rotated: next.refresh_token ?? null, cases: cases.status,
}));
