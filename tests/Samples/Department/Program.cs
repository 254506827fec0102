using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

if (args is not [var hub, var client, var clientKeyFile, var slug, var sealFile, var anchorFile, .. var listAddresses])
{
    Console.Error.WriteLine("Usage: CrossBorder.Department HUB-ADDRESS CLIENT CLIENT-KEY.jwk SLUG RECEIPT-KEY.jwk ANCHOR.pem REVOCATION-LIST-ADDRESS...");
    return 2;
}

// Two keys: one proves to the hub who asks, the other seals what the department says, with the certificate that stands in its file.
var sealJwk = File.ReadAllText(sealFile);
using var sealMembers = JsonDocument.Parse(sealJwk);
var chain = sealMembers.RootElement.GetProperty("x5c").EnumerateArray().Select(der => Certificate.Parse(der.GetBytesFromBase64()).Value).ToList();
using var seal = SoftwareSigningKey.FromJwk(sealJwk, chain: chain).Value;
using var clientKey = SoftwareSigningKey.FromJwk(File.ReadAllText(clientKeyFile)).Value;
using var http = new HttpClient { BaseAddress = new Uri(hub) };

// Whom to believe: the hubs under this authority, as far as its revocation lists go.
var root = Certificate.ParseMany(File.ReadAllText(anchorFile)).Value[0];
var trust = new TrustList([new TrustAnchor(root.Subject, root, Jurisdiction.Guangdong, new HashSet<TrustPurpose> { TrustPurpose.HubSigning })]);
var lists = new List<CertificateRevocationList>();
foreach (var address in listAddresses)
    lists.Add(CertificateRevocationList.Parse(await http.GetByteArrayAsync(address)).Value);

await SignInAsync();
var page = await http.GetFromJsonAsync<JsonElement>($"api/departments/{slug}/deliveries?pageSize=50");
var failed = false;
foreach (var delivery in page.GetProperty("deliveries").EnumerateArray())
{
    var envelope = delivery.GetProperty("envelope").GetString()!;
    var verified = Verify(envelope);
    if (!verified.TryGetValue(out var content))
    {
        Console.Error.WriteLine(verified.Error);
        failed = true;
        continue;
    }

    // Signed by the hub, and for you: an envelope for another department is that department's business, however it came here.
    using var application = JsonDocument.Parse(content.Payload);
    if (application.RootElement.GetProperty("aud").GetString() != slug)
    {
        Console.Error.WriteLine($"{delivery.GetProperty("id")} is for another department.");
        failed = true;
        continue;
    }

    // Here you store the application under its id, and only then sign for it: the hub takes the receipt for that. What you have already keeps its reference.
    var id = application.RootElement.GetProperty("id").GetString()!;
    var now = TimeProvider.System.GetUtcNow();
    var digest = Digests.Sha256(Encoding.ASCII.GetBytes(envelope));
    await SayAsync("receipts", "cross-border-receipt+jws", new { delivery = id, department = slug, outcome = "accepted", reference = $"REF-{id[^8..]}", receivedAt = now, digest });

    // And when it is dealt with, which may be weeks later: what became of it. A notice of withdrawal has no such sequel.
    if (!application.RootElement.TryGetProperty("withdraws", out _))
        await SayAsync("events", "cross-border-event+jws", new { id = $"{id}-1", delivery = id, department = slug, sequence = 1, status = "completed", reason = "已辦妥", at = now });
}

return failed ? 1 : 0;

async Task SignInAsync()
{
    var now = TimeProvider.System.GetUtcNow();
    var assertion = Jws.Sign(clientKey, "client-authentication+jwt", JsonSerializer.SerializeToUtf8Bytes(new
    {
        iss = client, sub = client, aud = hub, jti = Guid.NewGuid(), iat = now.ToUnixTimeSeconds(), exp = now.AddMinutes(1).ToUnixTimeSeconds(),
    }));
    using var proof = new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials", ["scope"] = "applications.pickup", ["client_id"] = client, ["client_assertion"] = assertion,
        ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    });
    using var granted = await http.PostAsync("connect/token", proof);
    var token = (await granted.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
}

// Signature, chain and revocation, and that the certificate names this hub: before anything in the envelope is read.
Outcome<SignedContent> Verify(string envelope) => SignedContent
    .Verify(envelope, new SignedContentPolicy { Type = "cross-border-application+jws", Algorithms = [seal.Algorithm.Name], MaximumLength = 1_000_000 })
    .Then(content => ChainVerifier.Verify(content.Chain, new ChainRequest(trust, Jurisdiction.Guangdong, TrustPurpose.HubSigning,
        TimeProvider.System.GetUtcNow(), new RevocationAnswers(lists), new RevocationPolicy(Grace: TimeSpan.Zero)))
    .Then(path => path.Leaf.SubjectAlternativeUris.Contains(hub)
        ? Outcome<SignedContent>.Of(content) : ErrorCatalogue.IssuerNotCertified.With($"The certificate names another hub than {hub}.")));

async Task SayAsync(string where, string type, object payload)
{
    using var body = new ByteArrayContent(Encoding.ASCII.GetBytes(Jws.Sign(seal, type, JsonSerializer.SerializeToUtf8Bytes(payload))));
    body.Headers.ContentType = new MediaTypeHeaderValue("application/jose");
    using var answer = await http.PostAsync($"api/departments/{slug}/{where}", body);
    Console.WriteLine($"{where}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    failed |= !answer.IsSuccessStatusCode;
}
