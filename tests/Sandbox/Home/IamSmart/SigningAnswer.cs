using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Sandbox.Residents;

namespace CrossBorder.Sandbox.Home.IamSmart;

/// <summary>What the app signs, and what goes wrong with it on purpose.</summary>
internal sealed class SigningAnswer(ResidentAuthority authority, IamSmartFaults faults, TimeProvider clock)
{
    /// <summary>Adds signature and certificate to what is told.</summary>
    public void Add(JsonObject told, SandboxResident resident, byte[] asked)
    {
        var signer = faults.Take(IamSmartFaults.SignOtherResident) ? SandboxResidents.All.First(other => other != resident) : resident;
        var digest = faults.Take(IamSmartFaults.SignOtherDocument) ? SHA256.HashData("another document"u8) : asked;
        var certificate = authority.Certify(
            signer,
            faults.Take(IamSmartFaults.SignWrongPurpose) ? ObjectIdentifiers.AssertionSigning : ObjectIdentifiers.ResidentSigning,
            faults.Take(IamSmartFaults.SignExpired) ? TimeSpan.FromMinutes(-30) : TimeSpan.FromDays(1));
        if (faults.Take(IamSmartFaults.SignRevoked))
            authority.Revoke(certificate);
        told["hashCode"] = Convert.ToBase64String(digest);
        told["signature"] = Convert.ToBase64String(authority.Sign(signer, digest));
        told["cert"] = Convert.ToBase64String(certificate.GetEncoded());
        told["timestamp"] = clock.GetUtcNow().ToUnixTimeMilliseconds();
    }
}
