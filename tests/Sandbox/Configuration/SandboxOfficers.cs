using System.Security.Cryptography;
using System.Text.Json;
using CrossBorder.Sandbox.Pki;

namespace CrossBorder.Sandbox.Configuration;

/// <summary>The officers of the sandbox: <c>officers.json</c> for scripts outside, and the same for the hub's settings.</summary>
internal static class SandboxOfficers
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["officer-a"] = "SecurityOfficer",
        ["officer-b"] = "SecurityOfficer",
        ["reviewer"] = "Reviewer",
        ["auditor"] = "Auditor",
        ["operator"] = "Operator",
    };

    /// <summary>Written once: the authenticators of those who use the sandbox keep working.</summary>
    public static void Write(string data)
    {
        if (!File.Exists(FileIn(data)))
        {
            OwnerOnly.Write(FileIn(data), JsonSerializer.Serialize(Roles.Keys.Select(name => new
            {
                name, password = "sandbox-" + name, totpSecret = TotpSecret(),
            })) + "\n");
        }
    }

    /// <summary>Section <c>Officers</c> of the hub.</summary>
    public static object Settings(string data) => new
    {
        Development = JsonSerializer.Deserialize<List<WrittenOfficer>>(File.ReadAllText(FileIn(data)), JsonSerializerOptions.Web)!
            .Select(officer => new { officer.Name, Role = Roles[officer.Name], officer.Password, officer.TotpSecret }),
    };

    private static string FileIn(string data) => Path.Combine(data, "officers.json");

    private static string TotpSecret() =>
        new([.. RandomNumberGenerator.GetBytes(32).Select(value => Base32[value & 31])]);

    private sealed record WrittenOfficer(string Name, string Password, string TotpSecret);
}
