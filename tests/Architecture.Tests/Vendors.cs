namespace CrossBorder.Architecture.Tests;

/// <summary>One vendor, one place: what has to change when a vendor changes is known beforehand.</summary>
public sealed class Vendors
{
    [Fact]
    public void BouncyCastle_is_named_in_Verification_Crypto_alone() =>
        Rule.HasNoOffender(Elsewhere("Org.BouncyCastle", "CrossBorder.Verification.Crypto"));

    [Fact]
    public void Entity_Framework_is_named_in_Storage_alone() =>
        Rule.HasNoOffender(Elsewhere("Microsoft.EntityFrameworkCore", "CrossBorder.Federation.Storage"));

    [Fact]
    public void Database_drivers_are_named_in_Storage_alone()
    {
        Rule.HasNoOffender(Elsewhere("Npgsql", "CrossBorder.Federation.Storage"));
        Rule.HasNoOffender(Elsewhere("Microsoft.Data.Sqlite", "CrossBorder.Federation.Storage"));
    }

    [Fact]
    public void OpenIddict_is_named_by_the_protocol_and_its_storage_alone() =>
        // The policies of our APIs name the scheme that reads access tokens.
        Rule.HasNoOffender(Elsewhere(
            "OpenIddict", "CrossBorder.Federation.OpenIdConnect", "CrossBorder.Federation.Storage", "CrossBorder.Federation.Hosting.HubPolicies",
            // A provider of its own: another role, in another process.
            "CrossBorder.Federation.AssertionGateway"));

    [Fact]
    public void Serilog_is_named_in_Hosting_alone() =>
        Rule.HasNoOffender(Elsewhere("Serilog", "CrossBorder.Federation.Hosting"));

    [Fact]
    public void OpenTelemetry_is_named_in_Hosting_alone() =>
        Rule.HasNoOffender(Elsewhere("OpenTelemetry", "CrossBorder.Federation.Hosting"));

    [Fact]
    public void Polly_is_named_in_Adapters_alone() =>
        Rule.HasNoOffender(Elsewhere("Polly", "CrossBorder.Adapters"));

    [Fact]
    public void RabbitMQ_is_named_in_Adapters_Departments_RabbitMq_alone() =>
        Rule.HasNoOffender(Elsewhere("RabbitMQ.Client", "CrossBorder.Adapters.Departments.RabbitMq"));

    [Fact]
    public void Pkcs11Interop_is_named_in_Adapters_Hsm_alone() =>
        Rule.HasNoOffender(Elsewhere("Net.Pkcs11Interop", "CrossBorder.Adapters.Hsm"));

    [Fact]
    public void MailKit_is_named_in_Adapters_Notifications_alone()
    {
        Rule.HasNoOffender(Elsewhere("MailKit", "CrossBorder.Adapters.Notifications"));
        Rule.HasNoOffender(Elsewhere("MimeKit", "CrossBorder.Adapters.Notifications"));
    }

    private static IEnumerable<string> Elsewhere(string vendor, params string[] homes) =>
        Room.All.SelectMany(room => room.NamingAny(vendor))
            .Where(type => !homes.Any(home => RoomQueries.IsWithin(type, home)));
}
