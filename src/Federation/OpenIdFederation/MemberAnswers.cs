using System.Collections.Concurrent;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>
/// What members said of themselves last, verified, so that whoever asks the hub again and again does not make it ask a member as often. Where a
/// member did not answer, or not as it should, it is asked again soon: it may have been put right.
/// </summary>
internal sealed class MemberAnswers(IEntityConfigurations configurations, IOptions<OpenIdFederationOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Briefly = TimeSpan.FromSeconds(5);

    // As many as there are members.
    private readonly ConcurrentDictionary<string, Task<Answer>> known = new(StringComparer.Ordinal);

    /// <summary>CB2139 for what does not hold, CB2141 where nothing came.</summary>
    /// <param name="member">Who is asked.</param>
    /// <param name="hub">The hub's own identifier.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Outcome<MemberConfiguration>> OfAsync(FederationMember member, string hub, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(member.Id, out var before) && !before.IsFaulted)
        {
            var last = await before.WaitAsync(cancellationToken);
            if (clock.GetUtcNow() < last.Until)
                return last.Said;
        }

        // Others wait for the same answer: that one of them goes away ends it for nobody, and the client's own limit for all.
        var asking = AskAsync(member, hub);
        known[member.Id] = asking;
        return (await asking.WaitAsync(cancellationToken)).Said;
    }

    private async Task<Answer> AskAsync(FederationMember member, string hub)
    {
        var fetched = await configurations.FetchAsync(new Uri(member.Id), CancellationToken.None);
        var now = clock.GetUtcNow();
        var said = fetched.Then(signed => MemberConfiguration.Verify(signed, member, hub, now));
        var every = options.Value.AskMembersEvery;
        if (said.TryGetValue(out var own))
            return new(said, own.Expires < now + every ? own.Expires : now + every);
        return new(said, now + (every < Briefly ? every : Briefly));
    }

    private sealed record Answer(Outcome<MemberConfiguration> Said, DateTimeOffset Until);
}
