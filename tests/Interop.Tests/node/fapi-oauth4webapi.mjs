// The same on oauth4webapi, which does nothing by itself: every answer is checked by a call of its own. Reads its task as JSON on
// standard input, answers as JSON.
import { readFileSync } from 'node:fs';
import { importJWK } from 'jose';
import * as oauth from 'oauth4webapi';
import { Browser } from './browser.mjs';

const task = JSON.parse(readFileSync(0, 'utf8'));
const insecure = { [oauth.allowInsecureRequests]: true };
const issuer = new URL(task.issuer);
const as = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
const client = { client_id: task.clientId, id_token_signed_response_alg: task.algorithm };
const authentication = oauth.PrivateKeyJwt({ key: await importJWK(task.jwk, task.jwk.alg), kid: task.jwk.kid }, {
  [oauth.modifyAssertion]: (header, payload) => {
    header.typ = 'client-authentication+jwt';
    payload.aud = as.issuer;
  },
});
const DPoP = oauth.DPoP(client, await oauth.generateKeyPair('ES256'));
const options = { ...insecure, DPoP };

const verifier = oauth.generateRandomCodeVerifier();
const state = oauth.generateRandomState();
const nonce = oauth.generateRandomNonce();
const pushed = await oauth.processPushedAuthorizationResponse(as, client, await oauth.pushedAuthorizationRequest(as, client, authentication, {
  redirect_uri: task.redirectUri, response_type: 'code', scope: task.scope, state, nonce, login_hint: task.loginHint,
  code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
}, options));

const address = new URL(as.authorization_endpoint);
address.searchParams.set('client_id', client.client_id);
address.searchParams.set('request_uri', pushed.request_uri);
const back = await new Browser().walk(address.href, task.redirectUri);
const response = await oauth.authorizationCodeGrantRequest(
  as, client, authentication, oauth.validateAuthResponse(as, client, back, state), task.redirectUri, verifier, options);
const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, { expectedNonce: nonce, requireIdToken: true });
await oauth.validateApplicationLevelSignature(as, response, insecure);
const claims = oauth.getValidatedIdTokenClaims(tokens);
const userinfo = await oauth.processUserInfoResponse(as, client, claims.sub, await oauth.userInfoRequest(as, client, tokens.access_token, options));
const next = await oauth.processRefreshTokenResponse(
  as, client, await oauth.refreshTokenGrantRequest(as, client, authentication, tokens.refresh_token, options));
const cases = await oauth.protectedResourceRequest(next.access_token, 'GET', new URL('api/applications', issuer), undefined, undefined, options);

// What was stolen: the token under Bearer.
const bare = await fetch(as.userinfo_endpoint, { headers: { authorization: `Bearer ${tokens.access_token}` } });
console.log(JSON.stringify({
  expiresIn: pushed.expires_in, tokenType: tokens.token_type, accessToken: tokens.access_token, idToken: tokens.id_token, claims, name: userinfo.name,
  thumbprint: await DPoP.calculateThumbprint(), refreshed: next.token_type, rotated: next.refresh_token ?? null, cases: cases.status, bare: bare.status, challenge: bare.headers.get('www-authenticate'),
}));
