using Serilog.Core;
using Serilog.Events;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>ASP.NET Core hangs the raw path of the request on every line that is written during it. It may hold a case number.</summary>
internal sealed class WithoutAddresses : ILogEventEnricher
{
    private static readonly string[] Addresses = ["RequestPath", "QueryString"];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var name in Addresses)
            logEvent.RemovePropertyIfPresent(name);
    }
}
