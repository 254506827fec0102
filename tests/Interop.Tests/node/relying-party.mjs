// A relying party on openid-client: one whole login at the hub, and what comes after it. Reads its task as JSON on
// standard input, answers as JSON. What the client library refuses ends the script: its answer means that all of it held.
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

// What a call is refused with: the OAuth error, or the status where there is only a challenge. Null where it went through.
const refusal = async (call) => {
  try {
    await call();
    return null;
  } catch (fault) {
    if (!(fault instanceof client.ResponseBodyError || fault instanceof client.WWWAuthenticateChallengeError)) throw fault;
    return fault.error ?? String(fault.status);
  }
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
  code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
});
const back = await browser.walk(address.href, task.redirectUri);
const tokens = await client.authorizationCodeGrant(config, back,
  { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
const claims = tokens.claims();
const userinfo = await client.fetchUserInfo(config, tokens.access_token, claims.sub);

const refresh = async () => {
  const next = await client.refreshTokenGrant(config, tokens.refresh_token);
  const same = await client.fetchUserInfo(config, next.access_token, claims.sub);
  return {
    rotated: next.refresh_token !== tokens.refresh_token && next.access_token !== tokens.access_token,
    name: same.name,
    oldOne: await refusal(() => client.refreshTokenGrant(config, tokens.refresh_token)),
    // A token that was used twice was stolen from one of the two: neither may go on.
    newOneAfterwards: await refusal(() => client.refreshTokenGrant(config, next.refresh_token)),
  };
};

const revoke = async () => {
  const introspect = () => client.tokenIntrospection(config, tokens.access_token);
  const before = task.introspects ? await introspect() : { refused: await refusal(introspect) };
  await client.tokenRevocation(config, tokens.access_token);
  return {
    before, after: task.introspects ? await introspect() : null,
    userinfo: await refusal(() => client.fetchUserInfo(config, tokens.access_token, claims.sub)),
  };
};

console.log(JSON.stringify({
  tokenType: tokens.token_type, expiresIn: tokens.expiresIn(), scope: tokens.scope ?? null,
  idToken: tokens.id_token, accessToken: tokens.access_token, claims, userinfo, nonce, trail: browser.trail,
  revoked: await revoke(), refreshed: tokens.refresh_token ? await refresh() : null,
}));
