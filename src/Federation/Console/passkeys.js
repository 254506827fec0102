// Asks the officer's passkey and puts its answer into the form. Everything works without it, by password and code.
"use strict";
(() => {
  const able = window.PublicKeyCredential;
  if (!able || !able.parseRequestOptionsFromJSON || !able.parseCreationOptionsFromJSON || !able.prototype.toJSON)
    return;

  const get = options => navigator.credentials.get({ publicKey: able.parseRequestOptionsFromJSON(JSON.parse(options)) });
  const create = options => navigator.credentials.create({ publicKey: able.parseCreationOptionsFromJSON(JSON.parse(options)) });

  const hidden = (form, name, value) => {
    const field = form.querySelector(`input[type=hidden][name="${name}"]`) ?? form.appendChild(document.createElement("input"));
    field.type = "hidden";
    field.name = name;
    field.value = value;
  };

  const say = (beside, text, role) => {
    beside.parentElement.querySelector(".passkey-word")?.remove();
    const word = document.createElement("p");
    word.className = "passkey-word";
    word.setAttribute("role", role);
    word.textContent = text;
    beside.after(word);
  };

  const ask = async (button, question, then) => {
    button.disabled = true;
    try {
      then(JSON.stringify(await question()));
    } catch {
      say(button, button.dataset.fault, "alert");
    } finally {
      button.disabled = false;
    }
  };

  // Whole forms that are sent with the answer: signing in, and a new passkey.
  for (const button of document.querySelectorAll("button[data-passkey]")) {
    const form = button.form;
    const question = button.dataset.passkey === "create" ? create : get;
    document.querySelectorAll("[data-needs-passkeys]").forEach(part => { part.hidden = false; });
    document.querySelectorAll("[data-without-passkeys]").forEach(part => { part.hidden = true; });
    button.addEventListener("click", () => {
      if (button.dataset.passkey === "create" && !form.reportValidity())
        return;
      ask(button, () => question(button.dataset.options), answer => {
        hidden(form, "passkey", answer);
        HTMLFormElement.prototype.submit.call(form);
      });
    });
  }

  // Beside every field for a fresh code: the passkey instead. What follows is still for the officer to press.
  const stepUp = document.getElementById("passkey-step-up");
  if (!stepUp)
    return;
  for (const field of document.querySelectorAll("main form input[name=code]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "secondary";
    button.textContent = stepUp.dataset.label;
    button.dataset.fault = stepUp.dataset.fault;
    field.after(button);
    button.addEventListener("click", () => ask(button, () => get(stepUp.dataset.options), answer => {
      hidden(field.form, "code", `passkey:${stepUp.dataset.ticket}:${answer}`);
      field.disabled = true;
      say(button, stepUp.dataset.done, "status");
      button.remove();
    }));
  }
})();
