// A browser without a screen: keeps cookies, follows redirects by hand, and fills in the forms that a resident would.
import { strict as assert } from 'node:assert';

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#x2B': '+', '#x3D': '=' };
const decode = (text) => text.replace(/&(#?\w+);/g, (whole, name) => {
  if (name in entities) return entities[name];
  if (name.startsWith('#x')) return String.fromCodePoint(parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return String.fromCodePoint(parseInt(name.slice(1), 10));
  return whole;
});

const attributes = (tag) => Object.fromEntries(
  [...tag.matchAll(/([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)]
    .slice(1)
    .map(([, name, double, single, bare]) => [name.toLowerCase(), decode(double ?? single ?? bare ?? '')]));

export class Browser {
  #jars = new Map();
  /** Every address that was visited, for the message of a failure. */
  trail = [];

  #cookies(url) {
    // Cookies don't know ports (RFC 6265 section 8.5): one jar for a host, as in a real browser.
    const host = new URL(url).hostname;
    if (!this.#jars.has(host)) this.#jars.set(host, new Map());
    return this.#jars.get(host);
  }

  async #send(url, init = {}) {
    const jar = this.#cookies(url);
    const path = new URL(url).pathname;
    const cookie = [...jar.values()].filter((c) => path.startsWith(c.path)).map((c) => `${c.name}=${c.value}`).join('; ');
    const response = await fetch(url, {
      ...init, redirect: 'manual',
      headers: { ...init.headers, ...(cookie ? { cookie } : {}), accept: 'text/html', 'accept-language': 'en' },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...rest] = line.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const found = { name: pair.slice(0, at), value: pair.slice(at + 1), path: '/' };
      let gone = found.value === '';
      for (const part of rest) {
        const [key, value = ''] = part.split('=');
        if (key.toLowerCase() === 'path') found.path = value;
        if (key.toLowerCase() === 'expires' && Date.parse(value) <= Date.parse('1971-01-01')) gone = true;
      }
      const id = `${found.name};${found.path}`;
      if (gone) jar.delete(id); else jar.set(id, found);
    }
    return response;
  }

  /** Goes to url and onwards until `stop` is reached; forms on the way are agreed to. */
  async walk(url, stop, steps = 40) {
    let request = { url };
    for (let step = 0; step < steps; step++) {
      if (request.url.startsWith(stop)) return new URL(request.url);
      const where = new URL(request.url);
      this.trail.push(`${request.init?.method ?? 'GET'} ${where.origin}${where.pathname}`);
      const response = await this.#send(request.url, request.init);
      if (response.status >= 300 && response.status < 400) {
        request = { url: new URL(response.headers.get('location'), request.url).href };
        continue;
      }
      const page = await response.text();
      assert.ok(response.status < 400, `HTTP ${response.status} at ${this.trail.at(-1)}: ${page.slice(0, 2000)}`);
      request = this.#agree(page, request.url);
    }
    throw new Error(`No end in sight: ${this.trail.join(' > ')}`);
  }

  #agree(page, base) {
    const forms = [...page.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/gi)]
      .map((match) => ({ tag: attributes(match[0].slice(0, match[0].indexOf('>') + 1)), body: match[1] }))
      .filter((form) => (form.tag.method ?? '').toLowerCase() === 'post');
    // The language choice and the way out are forms too; the way onwards is the one marked as such, or else the first.
    const form = forms.find((candidate) => 'data-primary' in candidate.tag || /data-primary/.test(candidate.body))
      ?? forms.find((candidate) => !/language|culture/i.test(candidate.tag.action ?? ''));
    assert.ok(form, `A page without a form at ${this.trail.join(' > ')}: ${page.replace(/\s+/g, ' ').slice(0, 3000)}`);
    const fields = new URLSearchParams();
    const radios = new Set();
    for (const [tag] of form.body.matchAll(/<input\b[^>]*>/gi)) {
      const input = attributes(tag);
      if (!input.name || input.type === 'submit') continue;
      if (input.type === 'radio' && !('checked' in input) && radios.has(input.name)) continue;
      if (input.type === 'radio') { fields.delete(input.name); radios.add(input.name); }
      fields.append(input.name, input.value ?? 'on');
    }
    const button = [...form.body.matchAll(/<button\b[^>]*>/gi)].map(([tag]) => attributes(tag))
      .filter((candidate) => (candidate.type ?? 'submit') === 'submit');
    const yes = button.find((candidate) => 'data-primary' in candidate) ?? button[0];
    if (yes?.name) fields.append(yes.name, yes.value ?? '');
    return {
      url: new URL(yes?.formaction ?? form.tag.action ?? base, base).href,
      init: { method: 'POST', body: fields, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    };
  }
}
