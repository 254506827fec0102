using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Pki;

namespace CrossBorder.Federation.Tests.Trust.Keys;

/// <summary>The keys of an authority and of a hub, made once for a class: RSA keys take their time.</summary>
public sealed class AuthorityFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-authority-");

    /// <summary>The authority at the time of one test, with revocation lists of its own.</summary>
    public DevelopmentPki Open(TimeProvider clock, string hub = KeysDesk.Issuer) => DevelopmentPki.Open(
        folder.FullName, new Uri("https://home.example/"), new Uri(hub), SandboxDepartments.Algorithms, clock);

    public void Dispose() => folder.Delete(recursive: true);
}
