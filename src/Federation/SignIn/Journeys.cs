using System.Text.Json;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.SignIn;

/// <summary>Opens a journey for the browser that began it, and keeps what became of it.</summary>
internal sealed class Journeys(IJourneys store, IOptions<SignInOptions> options, TimeProvider clock)
{
    public async Task<string> BeginAsync(HttpContext context, SignInJourney journey)
    {
        var row = new SignInJourneyRow
        {
            Id = BrowserBinding.NewId(),
            BrowserHash = BrowserBinding.HashFor(context),
            State = JsonSerializer.Serialize(journey),
            ExpiresAt = clock.GetUtcNow() + options.Value.JourneyLifetime,
        };
        store.Add(row);
        await store.TrySaveAsync(context.RequestAborted);
        return row.Id;
    }

    /// <summary>The journey; a refusal where it is over, unknown, or another browser's.</summary>
    public async Task<Outcome<OpenJourney>> OpenAsync(HttpContext context, string? id)
    {
        if (id is { Length: > 0 and <= 64 }
            && await store.FindAsync(id, context.RequestAborted) is { } row
            && row.ExpiresAt > clock.GetUtcNow()
            && BrowserBinding.Matches(context, row.BrowserHash))
            return new OpenJourney(row, JsonSerializer.Deserialize<SignInJourney>(row.State)!);

        return ErrorCatalogue.JourneyUnknown.With("No such journey of this browser.");
    }

    /// <summary>False where another request of the same journey was faster; the browser then goes where that one led.</summary>
    public Task<bool> KeepAsync(OpenJourney open, SignInJourney journey, CancellationToken cancellationToken)
    {
        open.Row.State = JsonSerializer.Serialize(journey);
        open.Row.Version++;
        return store.TrySaveAsync(cancellationToken);
    }

    public Task<bool> CloseAsync(OpenJourney open, CancellationToken cancellationToken)
    {
        store.Remove(open.Row);
        return store.TrySaveAsync(cancellationToken);
    }
}

/// <summary>A journey and the row that it came from.</summary>
internal sealed record OpenJourney(SignInJourneyRow Row, SignInJourney Journey)
{
    public string Id => Row.Id;
}
