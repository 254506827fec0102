using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Audit;

/// <summary>What one pass over a log finds. Failures are counted to the end, and told up to a number that somebody still reads.</summary>
internal sealed class AuditFindings
{
    private const int MostFailures = 100;
    private readonly List<string> proved = [];
    private readonly List<Error> failures = [];
    private readonly List<string> notes = [];
    private int untold;

    public bool AnyFailure => failures.Count > 0;

    public void Prove(string sentence) => proved.Add(sentence);

    public void Note(string sentence) => notes.Add(sentence);

    public void Fail(Error error)
    {
        if (failures.Count < MostFailures)
            failures.Add(error);
        else
            untold++;
    }

    public AuditReport ToReport() => new(proved, failures, untold == 0 ? notes : [.. notes, $"{untold} more failures are not listed."]);
}
