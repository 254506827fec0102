using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Clock;

/// <summary>Reads the calendars that ship with the hub, or the operator's own. <see cref="ClockOptionsValidator"/> asks at start, so that wrong ones stop the hub.</summary>
internal sealed class CalendarSource(SettingsPaths paths)
{
    private const string Shipped = "working-calendars.json";

    /// <summary>CB5100.</summary>
    public Outcome<WorkingCalendars> Read(ClockOptions options)
    {
        if (options.CalendarFile is null)
            return ReadShipped();
        var file = paths.Resolve(options.CalendarFile);
        return File.Exists(file)
            ? CalendarReader.Read(File.ReadAllBytes(file))
            : ErrorCatalogue.CalendarInvalid.With($"The file '{options.CalendarFile}' of setting Clock:CalendarFile does not exist.");
    }

    public static Outcome<WorkingCalendars> ReadShipped()
    {
        using var stream = typeof(CalendarSource).Assembly.GetManifestResourceStream(Shipped)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return CalendarReader.Read(content.ToArray());
    }
}
