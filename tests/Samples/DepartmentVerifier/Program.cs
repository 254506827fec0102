using System.Text;
using System.Text.Json;
using CrossBorder.DepartmentVerifier;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

if (args is not [var hub, var anchor, var envelopeFile, .. var listFiles] || !Uri.TryCreate(hub, UriKind.Absolute, out var address))
{
    Console.Error.WriteLine("Usage: CrossBorder.DepartmentVerifier HUB-ADDRESS ANCHOR ENVELOPE REVOCATION-LIST...");
    return 2;
}

var anchors = Certificate.ParseMany(File.ReadAllText(anchor));
var lists = listFiles.Select(file => CertificateRevocationList.Parse(File.ReadAllBytes(file))).ToList();
var unreadable = lists.SelectMany(list => list.Errors).Concat(anchors.Errors).ToList();
if (unreadable.Count > 0)
    return Refuse(unreadable);

var verifier = new EnvelopeVerifier(anchors.Value, [.. lists.Select(list => list.Value)], address);
var envelope = File.ReadAllText(envelopeFile).Trim();
var outcome = verifier.Verify(envelope, TimeProvider.System.GetUtcNow());
if (!outcome.Succeeded)
    return Refuse(outcome.Errors);

using var application = JsonDocument.Parse(outcome.Value.Payload);
foreach (var member in new[] { "id", "case", "item" })
    Console.WriteLine($"{member}: {application.RootElement.GetProperty(member).GetString()}");
Console.WriteLine($"digest: {Digests.Sha256(Encoding.ASCII.GetBytes(envelope))}");
return 0;

static int Refuse(IEnumerable<CrossBorder.Verification.Outcomes.Error> errors)
{
    foreach (var error in errors)
        Console.Error.WriteLine(error);
    return 1;
}
