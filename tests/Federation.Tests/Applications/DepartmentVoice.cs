using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>Signs as a department does, and sends it.</summary>
internal static class DepartmentVoice
{
    public const string EventType = "cross-border-event+jws";

    public static SoftwareSigningKey KeyOf(this DepartmentsRunning departments, string slug) =>
        departments.Pki.SigningKey("department-" + slug, SandboxDepartments.Algorithms[slug]);

    public static string Event(
        this DepartmentsRunning departments, string department, string delivery, long sequence, string status, string? reason = null,
        string? id = null, string? to = null, DateTimeOffset? at = null, ISigningKey? key = null, string type = EventType,
        IReadOnlyList<SplitPart>? split = null) =>
        Jws.Sign(key ?? departments.KeyOf(department), type, JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = id ?? $"{delivery}-{sequence}", delivery, department, sequence, status, reason, to,
            split = split?.Select(part => new { department = part.Department, item = part.Item, reason = part.Reason }), at = at ?? TimeProvider.System.GetUtcNow(),
        }));

    public static string Receipt(
        this DepartmentsRunning departments, string department, Offered offered, string outcome = "accepted", ISigningKey? key = null) =>
        Jws.Sign(key ?? departments.KeyOf(department), "cross-border-receipt+jws", JsonSerializer.SerializeToUtf8Bytes(new
        {
            delivery = offered.Id, department, outcome, reference = "R-1", receivedAt = TimeProvider.System.GetUtcNow(),
            digest = Digests.Sha256(Encoding.ASCII.GetBytes(offered.Envelope)),
        }));

    public static async Task<IReadOnlyList<Offered>> PickUpAsync(this HttpClient http, string department, int? pageSize = null)
    {
        var size = pageSize is null ? "" : $"?pageSize={pageSize}";
        var body = await http.GetFromJsonAsync<OfferedPage>($"api/departments/{department}/deliveries{size}", TestContext.Current.CancellationToken);
        return body!.Deliveries;
    }

    public static Task<HttpResponseMessage> TellAsync(
        this HttpClient http, string department, string compact, string mediaType = "application/jose", string where = "events")
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(compact));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return http.PostAsync($"api/departments/{department}/{where}", content, TestContext.Current.CancellationToken);
    }

    /// <summary>The code of a refusal with its status, or the status alone.</summary>
    public static async Task<string> SaysAsync(this Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return answer.IsSuccessStatusCode
            ? ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : $"{(int)answer.StatusCode} {JsonDocument.Parse(body).RootElement.GetProperty("code").GetString()}";
    }
}

/// <summary>What a department picks up.</summary>
internal sealed record Offered(string Id, string Envelope, DateTimeOffset LeasedUntil);

internal sealed record OfferedPage(IReadOnlyList<Offered> Deliveries);
