using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrossBorder.Federation.Tests.Delegation;

/// <summary>Counts how often the database is asked for one mandate, by its id or by its agent, until it is disposed of.</summary>
internal sealed class MandateQuestions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly HashSet<string> named;
    private readonly List<IDisposable> heard = [];
    private readonly IDisposable all;
    private int count;

    public MandateQuestions(params string[] named)
    {
        this.named = [.. named];
        all = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public int Count => Volatile.Read(ref count);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            heard.Add(value.Subscribe(this));
    }

    // Other hubs of this process ask for other mandates.
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: { } command }
            && command.CommandText.Contains("FROM \"Mandates\"", StringComparison.Ordinal)
            && command.Parameters.Cast<System.Data.Common.DbParameter>().Any(parameter => parameter.Value is string text && named.Contains(text)))
            Interlocked.Increment(ref count);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        all.Dispose();
        heard.ForEach(one => one.Dispose());
    }
}
