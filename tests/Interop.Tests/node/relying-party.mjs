// A relying party on openid-client: one whole login at the hub. Reads its task as JSON on standard input, answers as JSON.
import { readFileSync } from 'node:fs';
import { importJWK } from 'jose';
import * as client from 'openid-client';
import { Browser } from './browser.mjs';

const task = JSON.parse(readFileSync(0, 'utf8'));

const authentication = async () => {
  if (task.secret) return client.ClientSecretBasic(task.secret);
  if (!task.jwk) return client.None();
  const key = await importJWK(task.jwk, task.jwk.alg ?? 'PS256');
  return client.PrivateKeyJwt({ key, kid: task.jwk.kid }, {
    // The hub wants the explicit type of RFC 7523bis and the issuer alone as audience.
    [client.modifyAssertion]: (header, payload) => {
      header.typ = 'client-authentication+jwt';
      payload.aud = task.issuer;
    },
  });
};

const config = await client.discovery(
  new URL(task.issuer), task.clientId, { id_token_signed_response_alg: task.algorithm },
  await authentication(), { execute: [client.allowInsecureRequests] });
// Checks the signature against the published keys as well, not only the channel. It knows no SM2.
if (task.checkSignature) client.enableNonRepudiationChecks(config);

const verifier = client.randomPKCECodeVerifier();
const state = client.randomState();
const nonce = client.randomNonce();
const browser = new Browser();
const address = client.buildAuthorizationUrl(config, {
  redirect_uri: task.redirectUri, scope: task.scope, state, nonce, login_hint: task.loginHint, ui_locales: 'en',
  code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...task.parameters,
});
const back = await browser.walk(address.href, task.redirectUri);
const tokens = await client.authorizationCodeGrant(config, back,
  { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
const claims = tokens.claims();
const userinfo = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
let refreshed = null;
if (tokens.refresh_token) {
  const next = await client.refreshTokenGrant(config, tokens.refresh_token);
  refreshed = { access: next.access_token !== tokens.access_token, rotated: next.refresh_token !== tokens.refresh_token };
}
console.log(JSON.stringify({
  idToken: tokens.id_token, accessToken: tokens.access_token, claims, userinfo, refreshed, trail: browser.trail,
  metadata: config.serverMetadata(),
}));
