using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Registrations;

/// <summary>Keeps the numbers of what one class logs.</summary>
internal sealed class KeptLog<TCategory> : ILogger<TCategory>
{
    public ConcurrentQueue<int> Events { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Events.Enqueue(eventId.Id);
}
