using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Officers;

/// <summary>One step of an officer about one row: found, judged by the row itself, and stored with its line in the audit log.</summary>
internal static class RowStep
{
    /// <param name="find">The row; null where there is none.</param>
    /// <param name="unknown">What is then said.</param>
    /// <param name="step">The row's own word on it.</param>
    /// <param name="save">Stores what came of it.</param>
    public static async Task<Outcome<TAnswer>> TakeAsync<TRow, TAnswer>(
        Task<TRow?> find, Error unknown, Func<TRow, Outcome<TRow>> step, Func<TRow, Task<Outcome<TAnswer>>> save)
        where TRow : class
    {
        if (await find is not { } row)
            return unknown;
        var done = step(row);
        return done.Succeeded ? await save(row) : Outcome<TAnswer>.Refused(done.Errors);
    }
}
