// A second opinion on encryption: `jose` on whole messages, sm-crypto on SM2. Reads and answers JSON.
import { readFileSync } from 'node:fs';
import { CompactEncrypt, compactDecrypt, importJWK } from 'jose';
import smCrypto from 'sm-crypto';

const { operation, jwk, jwe, alg, enc, payload, ciphertext } = JSON.parse(readFileSync(0, 'utf8'));
const hex = (text) => Buffer.from(text, 'base64url').toString('hex');
const C1C3C2 = 1;

const operations = {
  encrypt: async () => ({
    jwe: await new CompactEncrypt(Buffer.from(payload)).setProtectedHeader({ alg, enc, kid: jwk.kid }).encrypt(await importJWK(jwk, alg)),
  }),
  decrypt: async () => ({ payload: Buffer.from((await compactDecrypt(jwe, await importJWK(jwk, alg))).plaintext).toString() }),
  // sm-crypto leaves out the 04 in front of C1.
  encryptSm2: async () => ({
    ciphertext: `04${smCrypto.sm2.doEncrypt([...Buffer.from(payload, 'hex')], `04${hex(jwk.x)}${hex(jwk.y)}`, C1C3C2)}`,
  }),
  decryptSm2: async () => ({
    payload: Buffer.from(smCrypto.sm2.doDecrypt(ciphertext.slice(2), hex(jwk.d), C1C3C2, { output: 'array' })).toString('hex'),
  }),
};
console.log(JSON.stringify(await operations[operation]()));
