using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>Somebody comes back from the provider: the purpose of the visit decides what becomes of it.</summary>
internal sealed class OfficerArrivals(
    JudgeArrival judge, SignInByProvider signIn, TieOfficer tie, ConfirmStep confirm, OfficerEntrance entrance, RefusedSignIns refused, ILookupHasher lookup)
    : IOfficerArrivals
{
    public async Task ArrivedAsync(HttpContext context, OfficerArrival arrival)
    {
        var stop = context.RequestAborted;
        var judged = judge.Judge(arrival);
        if (!judged.TryGetValue(out var person))
        {
            await RefusedAsync(context, judged.Error);
            return;
        }

        if (arrival.Purpose == ProviderVisits.Step)
        {
            var confirmed = await confirm.ConfirmAsync(arrival.Reference, person, stop);
            if (confirmed.TryGetValue(out var step))
                OfficerEntrance.Land(context, OfficerEntrance.ProvedPath + step.Id);
            else
                await entrance.ShowAsync(context, confirmed.Error);
            return;
        }

        var entered = arrival.Purpose switch
        {
            ProviderVisits.SignIn => await signIn.SignInAsync(person, From(context), stop),
            ProviderVisits.Join => await tie.JoinAsync(arrival.Reference, person, From(context), stop),
            ProviderVisits.Tie => await tie.TieAsync(arrival.Reference, person, stop),
            _ => throw new InvalidOperationException($"No visit has the purpose {arrival.Purpose}."),
        };
        if (!entered.TryGetValue(out var presence))
        {
            await RefusedAsync(context, entered.Error);
            return;
        }

        await entrance.EnterAsync(context, presence);
        OfficerEntrance.Land(context, arrival.Back);
    }

    public async Task RefusedAsync(HttpContext context, Error error)
    {
        await refused.RecordAsync("officer.refused", RefusedSignIns.Nobody, error.Code, From(context), context.RequestAborted);
        await entrance.ShowAsync(context, error);
    }

    private string From(HttpContext context) => lookup.Hash("officer.network", RateLimits.Network(context.Connection.RemoteIpAddress))[..16];
}
