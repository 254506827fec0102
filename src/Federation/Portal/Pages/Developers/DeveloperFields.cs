using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Developers;

/// <summary>The form with what is wrong with each of its fields.</summary>
internal sealed record DeveloperFields(DeveloperForm Form, IReadOnlyList<Error> Faults, IReadOnlyList<string> Algorithms, bool IsNew)
{
    /// <summary>What is wrong with one member, whatever of it.</summary>
    /// <param name="member">As the API calls it.</param>
    public IEnumerable<string> FaultsOf(string member) =>
        Faults.Where(fault => fault.Pointer is { } pointer && (pointer == "/" + member || pointer.StartsWith("/" + member + "/", StringComparison.Ordinal))).Select(fault => fault.Detail);

    /// <summary>What concerns no field that is shown.</summary>
    public IEnumerable<Error> Others => Faults.Where(fault => fault.Pointer is null || !Members.Any(member => fault.Pointer == "/" + member || fault.Pointer.StartsWith("/" + member + "/", StringComparison.Ordinal)));

    private static readonly string[] Members =
    [
        "client_name", "client_name#zh-Hant", "client_name#zh-Hans", "purpose", "purpose#zh-Hant", "purpose#zh-Hans", "contacts", "redirect_uris",
        "post_logout_redirect_uris", "backchannel_logout_uri", "token_endpoint_auth_method", "jwks", "id_token_signed_response_alg", "scope", "policy_uri", "software_statement",
    ];
}

/// <summary>One line of text of the form.</summary>
internal sealed record DeveloperField(DeveloperFields Fields, string Member, string Name, string? Value, LocalizedText Label, LocalizedText? Hint = null, int Lines = 1);
