namespace CrossBorder.Federation.Officers.Passkeys;

/// <summary>What a page hands to the browser, so that it can ask the officer's passkey.</summary>
/// <param name="Options">JSON of Web Authentication Level 3, section 5.1: for <c>parseRequestOptionsFromJSON</c> and its sister.</param>
/// <param name="Ticket">Comes back with the answer; sealed.</param>
internal sealed record PasskeyQuestion(string Options, string Ticket);
