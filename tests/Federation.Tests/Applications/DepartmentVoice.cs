using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Pki;
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
        string? id = null, string? to = null, DateTimeOffset? at = null, ISigningKey? key = null, string type = EventType) =>
        Jws.Sign(key ?? departments.KeyOf(department), type, JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = id ?? $"{delivery}-{sequence}", delivery, department, sequence, status, reason, to, at = at ?? TimeProvider.System.GetUtcNow(),
        }));

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
