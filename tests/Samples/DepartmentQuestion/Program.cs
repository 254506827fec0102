using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using CrossBorder.Verification.Crypto;

if (args is not [var hub, var client, var keyFile, var documentType, var documentNumber, var name, var birthdate])
{
    Console.Error.WriteLine("Usage: CrossBorder.DepartmentQuestion HUB-ADDRESS CLIENT KEY.jwk TYPE NUMBER NAME BIRTHDATE");
    return 2;
}

using var key = SoftwareSigningKey.FromJwk(File.ReadAllText(keyFile)).Value;
using var http = new HttpClient { BaseAddress = new Uri(hub) };

// Who asks: an assertion that is good for one use, and a token for it that is good for ten minutes of questions.
var now = TimeProvider.System.GetUtcNow();
var assertion = Jws.Sign(key, "client-authentication+jwt", JsonSerializer.SerializeToUtf8Bytes(new
{
    iss = client, sub = client, aud = hub, jti = Guid.NewGuid(), iat = now.ToUnixTimeSeconds(), exp = now.AddMinutes(1).ToUnixTimeSeconds(),
}));
using var proof = new FormUrlEncodedContent(new Dictionary<string, string>
{
    ["grant_type"] = "client_credentials", ["scope"] = "identity.verify", ["client_id"] = client, ["client_assertion"] = assertion,
    ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
});
using var granted = await http.PostAsync("connect/token", proof);
var token = (await granted.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();

// The question, and a nonce of its own: kept together they show later what the attestation was the answer to.
var question = JsonSerializer.SerializeToUtf8Bytes(new { documentType, documentNumber, name, birthdate });
var nonce = RandomNumberGenerator.GetBytes(32);
using var request = new HttpRequestMessage(HttpMethod.Post, "api/verifications") { Content = new ByteArrayContent(question) };
request.Content.Headers.ContentType = new("application/json");
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
request.Headers.Add("Verification-Nonce", Base64Url.EncodeToString(nonce));
using var answered = await http.SendAsync(request);
var answer = await answered.Content.ReadFromJsonAsync<JsonElement>();
if (!answered.IsSuccessStatusCode)
{
    Console.Error.WriteLine($"{answer.GetProperty("code").GetString()}: {answer.GetProperty("detail").GetString()}");
    return 1;
}

var attestation = answer.GetProperty("attestation").GetString()!;
using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(attestation.Split('.')[1]));
var commitment = "hmac-sm3:" + Convert.ToHexStringLower(Digests.HmacSm3(nonce, question));
Console.WriteLine($"match: {answer.GetProperty("match").GetBoolean()}");
Console.WriteLine($"answers this question: {payload.RootElement.GetProperty("commitment").GetString() == commitment}");
Console.WriteLine(attestation);
return 0;
