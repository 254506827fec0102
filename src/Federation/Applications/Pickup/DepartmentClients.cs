using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Pickup;

/// <summary>Which department a client belongs to.</summary>
internal sealed class DepartmentClients(IOptions<DepartmentClientsOptions> options)
{
    // The client of a department is named after it, where nothing else is said.
    private const string ByName = "department-";

    public bool BelongsTo(string? clientId, string slug)
    {
        if (clientId is null)
            return false;
        var said = options.Value.RelyingParties.Find(client => client.ClientId == clientId)?.Department;
        return said is null ? clientId == ByName + slug : said == slug;
    }
}
