using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust;

/// <summary>The trust list of section <c>Trust</c>, from its files.</summary>
internal sealed class TrustListReader(SettingsPaths paths)
{
    public Outcome<TrustList> Read(TrustOptions options)
    {
        var errors = new List<Error>();
        var anchors = new List<TrustAnchor>();
        for (var i = 0; i < options.Anchors.Count; i++)
        {
            var anchor = options.Anchors[i];
            var setting = $"Trust:Anchors:{i}";
            var purposes = Purposes(setting, anchor.Purposes, errors);
            if (anchor.Name.Length == 0)
                errors.Add(ErrorCatalogue.SettingInvalid.With($"{setting}:Name is missing"));
            if (anchor.Jurisdiction.Length == 0)
                errors.Add(ErrorCatalogue.SettingInvalid.With($"{setting}:Jurisdiction is missing"));
            if (Certificates($"{setting}:CertificateFile", anchor.CertificateFile, errors) is [var certificate, ..])
                anchors.Add(new TrustAnchor(anchor.Name, certificate, new Jurisdiction(anchor.Jurisdiction), purposes));
        }

        var intermediates = options.Intermediates
            .SelectMany((file, i) => Certificates($"Trust:Intermediates:{i}", file, errors)).ToList();
        return errors.Count == 0 ? new TrustList(anchors, intermediates) : Outcome<TrustList>.Refused(errors);
    }

    private static HashSet<TrustPurpose> Purposes(string setting, List<string> names, List<Error> errors)
    {
        var purposes = new HashSet<TrustPurpose>();
        foreach (var name in names)
        {
            if (Enum.TryParse<TrustPurpose>(name, ignoreCase: false, out var purpose) && Enum.IsDefined(purpose))
                purposes.Add(purpose);
            else
                errors.Add(ErrorCatalogue.SettingInvalid.With($"{setting}:Purposes names '{name}'; known are {string.Join(", ", TrustPurposes.All)}"));
        }

        if (names.Count == 0)
            errors.Add(ErrorCatalogue.SettingInvalid.With($"{setting}:Purposes is empty: the anchor would be believed in nothing"));
        return purposes;
    }

    private IReadOnlyList<Certificate> Certificates(string setting, string file, List<Error> errors)
    {
        var read = CertificateFile.Read(setting, file, paths);
        if (!read.Succeeded)
            errors.AddRange(read.Errors);
        return read.Succeeded ? read.Value : [];
    }
}
