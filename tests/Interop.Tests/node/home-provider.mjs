// A foreign home on oidc-provider. Its identity assertion is a claim of the id token (the other profile of the hub),
// signed by whichever of its signers the resident is to meet. Settings are the first line of standard input, as JSON; it
// answers {"issuer": …} on standard output once it listens, and ends when its standard input closes.
import { createServer } from 'node:http';
import { randomUUID, createPrivateKey } from 'node:crypto';
import { createInterface } from 'node:readline';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

const lines = createInterface({ input: process.stdin });
const settings = JSON.parse((await lines[Symbol.asyncIterator]().next()).value);
const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const tokenKey = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'foreign-home-1' };

const assertion = (resident, code) => {
  const now = Math.floor(Date.now() / 1000);
  const signer = settings.signers[resident.signer];
  return new SignJWT({
    iss: settings.issuer, aud: code.clientId, sub: resident.subject, jti: randomUUID(), iat: now, exp: now + 120,
    nonce: code.nonce, auth_time: now, acr: 'urn:crossborder:loa:high', amr: ['face', 'pin'], identity: resident.identity,
  })
    .setProtectedHeader({ alg: signer.algorithm, typ: 'cross-border-identity+jws', x5c: signer.chain })
    .sign(createPrivateKey(signer.key));
};

const provider = new Provider(settings.issuer, {
  clients: [{
    client_id: settings.hub.clientId, token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [settings.hub.jwk] },
    token_endpoint_auth_signing_alg: settings.hub.jwk.alg, redirect_uris: settings.hub.redirectUris,
    grant_types: ['authorization_code'], response_types: ['code'], id_token_signed_response_alg: 'RS256',
  }],
  jwks: { keys: [tokenKey] },
  cookies: { keys: [randomUUID()] },
  conformIdTokenClaims: false,
  claims: { openid: ['sub', 'identity_assertion', 'auth_time', 'amr'], acr: null },
  acrValues: ['urn:crossborder:loa:low', 'urn:crossborder:loa:substantial', 'urn:crossborder:loa:high'],
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  pkce: { required: () => true },
  // Signed in means agreed here: consent is the hub's matter.
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid profile email phone address offline_access');
    await grant.save();
    return grant;
  },
  findAccount: (_, id, token) => settings.residents[id] && {
    accountId: id,
    claims: async (use) => ({
      sub: settings.residents[id].subject,
      ...(use === 'id_token' && token?.nonce ? { identity_assertion: await assertion(settings.residents[id], token) } : {}),
    }),
  },
});

const oidc = provider.callback();
const server = createServer(async (request, response) => {
  if (!request.url.startsWith('/interaction/')) return oidc(request, response);
  try {
    const { params } = await provider.interactionDetails(request, response);
    await provider.interactionFinished(request, response, { login: { accountId: params.login_hint } });
  } catch (fault) {
    response.statusCode = 500;
    response.end(String(fault));
  }
});
server.listen(new URL(settings.issuer).port, '127.0.0.1', () => console.log(JSON.stringify({ issuer: settings.issuer })));
lines.on('close', () => process.exit(0));
process.stdin.resume();
