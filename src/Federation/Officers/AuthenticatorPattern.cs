using CrossBorder.Federation.Portal;

namespace CrossBorder.Federation.Officers;

/// <summary>What an authenticator reads with its camera.</summary>
internal static class AuthenticatorPattern
{
    private const string Issuer = "CrossBorder";

    public static string Address(string name, string secret) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(name)}?secret={secret}&issuer={Issuer}";

    public static string Draw(string name, string secret, string label) => Pattern.Draw(Address(name, secret), label);
}
