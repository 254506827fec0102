using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Pickup;

/// <summary>Section <c>RelyingParties</c>, as far as departments go: whose a client is.</summary>
internal sealed class DepartmentClientsOptions
{
    public List<DepartmentClient> RelyingParties { get; set; } = [];
}

internal sealed class DepartmentClient
{
    public string ClientId { get; set; } = "";

    /// <summary>Slug of the department that this client fetches for; null where its name says it.</summary>
    public string? Department { get; set; }
}

internal sealed class DepartmentClientsOptionsValidator(IOptions<DepartmentsOptions> departments) : IValidateOptions<DepartmentClientsOptions>
{
    public ValidateOptionsResult Validate(string? name, DepartmentClientsOptions options)
    {
        var faults = new SettingFaults();
        foreach (var client in options.RelyingParties.Where(client => client.Department is { } slug && departments.Value.Find(slug) is null))
            faults.Invalid($"RelyingParties:{client.ClientId}:Department", $"is '{client.Department}', and Departments holds no such slug");
        return faults.ToResult();
    }
}
