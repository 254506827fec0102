namespace CrossBorder.Architecture.Tests;

/// <summary>Work beside the requests begins once the hub listens (ADR 0049).</summary>
public sealed class Workers
{
    [Fact]
    public void Every_worker_of_the_hub_begins_once_it_listens() =>
        Rule.HasNoOffender(Room.Federation.Types
            .Where(type => type.BaseType?.FullName == "Microsoft.Extensions.Hosting.BackgroundService" && type.FullName != "CrossBorder.Federation.Hosting.HubWorker")
            .Select(type => type.FullName));

    // The rule above would hold of anything if nobody derived from it.
    [Fact]
    public void There_are_such_workers() =>
        Assert.Contains(Room.Federation.Types, type => type.BaseType?.FullName == "CrossBorder.Federation.Hosting.HubWorker");
}
