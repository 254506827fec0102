using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Supplements;

/// <summary>
/// Takes materials to a case that was filed before. They travel to every department that waits for them, signed, through the queue of deliveries.
/// The same upload a second time changes nothing.
/// </summary>
internal sealed class HandInMaterials(
    IApplicationStore applications, IMaterialStore materials, ISupplements supplements, SupplementFactory factory, DeliverySignal signal, TimeProvider clock)
{
    private const int Rounds = 5;

    /// <summary>Refusals: CB5040, CB5142, and for each material CB5015 or CB5141.</summary>
    public async Task<Outcome<CaseView>> HandInAsync(
        string residentId, string caseNumber, IReadOnlyList<MaterialReference> given, CancellationToken cancellationToken)
    {
        // Departments may move the case between reading and writing, and an upload that nobody had named may be swept; then all is read again.
        for (var round = 0; round < Rounds; round++)
        {
            if (await applications.FindAsync(residentId, caseNumber, cancellationToken) is not { } application)
                return ErrorCatalogue.CaseUnknown.With("No case of this number is the caller's.");
            if (!Awaited.IsOpen(application))
                return ErrorCatalogue.CaseTakesNoMaterials.With($"The case is {StatusWords.Of(application.Status)}.");

            var uploads = await materials.FindAsync(residentId, [.. given.Select(material => material.Id)], cancellationToken);
            var taken = Take(application, given, uploads);
            if (!taken.TryGetValue(out var fresh))
                return Outcome<CaseView>.Refused(taken.Errors);
            if (fresh.Count == 0)
                return CaseView.Of(application);

            var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
            if (!await supplements.AddAsync(application, fresh, factory.Bringing(application, fresh, now), now, cancellationToken))
                continue;

            signal.Raise();
            return CaseView.Of((await applications.FindAsync(residentId, caseNumber, cancellationToken))!);
        }

        throw new InvalidOperationException("The case kept changing while materials were handed in.");
    }

    /// <summary>The uploads that are new to the case, or all faults at once.</summary>
    private static Outcome<IReadOnlyList<UploadedMaterial>> Take(
        Application application, IReadOnlyList<MaterialReference> given, IReadOnlyList<UploadedMaterial> uploads)
    {
        var fresh = new List<UploadedMaterial>();
        var errors = new List<Error>();
        var awaited = Awaited.Of(application);
        foreach (var (index, (slug, id)) in given.Index())
        {
            if (uploads.FirstOrDefault(upload => upload.Id == id && upload.Slug == slug) is not { } upload)
                errors.Add(ErrorCatalogue.MaterialUnknown.With($"There is no upload of this id for '{slug}'.", $"/materials/{index}/id"));
            else if (IsOnItsWay(application, upload) || fresh.Contains(upload))
                continue;
            else if (awaited.Contains(slug))
                fresh.Add(upload);
            else
                errors.Add(ErrorCatalogue.MaterialNotAwaited.With($"No department waits for '{slug}'.", $"/materials/{index}/slug"));
        }

        return errors.Count > 0 ? Outcome<IReadOnlyList<UploadedMaterial>>.Refused(errors) : fresh;
    }

    private static bool IsOnItsWay(Application application, UploadedMaterial upload) => application.Deliveries.Exists(delivery =>
        delivery.Kind == DeliveryKind.Supplement && delivery.Payload.Contains($"/materials/{upload.Id}\"", StringComparison.Ordinal));
}
