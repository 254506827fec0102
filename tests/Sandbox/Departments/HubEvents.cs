using System.Net.Http.Headers;
using System.Text;

namespace CrossBorder.Sandbox.Departments;

/// <summary>Sends a department's event to the hub, and hands back what the hub answered.</summary>
internal sealed class HubEvents(Uri hub)
{
    private static readonly HttpClient Http = new();

    public async Task<IResult> TellAsync(DepartmentDesk desk, EventRequest request, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes(desk.Tell(request)));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/jose");
        using var answer = await Http.PostAsync(new Uri(hub, $"api/departments/{desk.Slug}/events"), body, cancellationToken);
        return Results.Text(
            await answer.Content.ReadAsStringAsync(cancellationToken), answer.Content.Headers.ContentType?.ToString(), Encoding.UTF8, (int)answer.StatusCode);
    }
}
