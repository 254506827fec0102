using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Applications.Events;

/// <summary>Lays a department's event before the event pipeline with all that it is judged by.</summary>
internal sealed class EventJudge(ITrustSnapshot trust, RevocationOnDemand revocation, TimeProvider clock)
{
    public Task<Judgement<VerifiedEvent>> JudgeAsync(string compact, DepartmentOptions department, CancellationToken cancellationToken) =>
        revocation.JudgeAsync(() => Judge(compact, department), cancellationToken);

    /// <summary>By what is known, and whenever it was sent: for an event that was just judged.</summary>
    public Judgement<VerifiedEvent> JudgeAtAnyTime(string compact, DepartmentOptions department) => Judge(compact, department, atAnyTime: true);

    private Judgement<VerifiedEvent> Judge(string compact, DepartmentOptions department, bool atAnyTime = false)
    {
        var snapshot = trust.Current;
        var input = new EventVerification
        {
            Event = compact,
            Department = department.Slug,
            Jurisdiction = new Jurisdiction(department.Jurisdiction),
            Algorithms = [.. department.ReceiptAlgorithms],
            TrustList = snapshot.TrustList,
            RevocationAnswers = snapshot.RevocationAnswers,
            RevocationPolicy = snapshot.RevocationPolicy,
            Now = clock.GetUtcNow(),
        };
        return EventPipeline.Judge(atAnyTime ? input with { MaximumAge = null } : input);
    }
}
