// A third opinion on SM2 and SM3: sm-crypto checks a compact JWS against a published JWK. Reads and answers JSON.
import { readFileSync } from 'node:fs';
import smCrypto from 'sm-crypto';

const { jws, jwk, userId, accessToken } = JSON.parse(readFileSync(0, 'utf8'));
const hex = (text) => Buffer.from(text, 'base64url').toString('hex');
const [header, payload, signature] = jws.split('.');
const verify = (signed) => smCrypto.sm2.doVerifySignature(
  [...Buffer.from(signed, 'ascii')], hex(signature), `04${hex(jwk.x)}${hex(jwk.y)}`, { hash: true, userId });

// at_hash of an SM2 token is the left half of the SM3 digest.
const atHash = accessToken && Buffer.from(smCrypto.sm3([...Buffer.from(accessToken, 'ascii')]), 'hex').subarray(0, 16).toString('base64url');
console.log(JSON.stringify({ valid: verify(`${header}.${payload}`), tampered: verify(`${header}.${payload}A`), atHash }));
