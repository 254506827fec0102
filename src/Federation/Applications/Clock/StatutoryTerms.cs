using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Catalogue.Versions;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Clock;

/// <summary>Which clock a department gets: by its own terms, in the working days of its own place.</summary>
internal sealed class StatutoryTerms(
    WorkingCalendars calendars, IOptions<ClockOptions> options, IOptions<DepartmentsOptions> departments, ICatalogueVersions catalogues)
{
    // A department that is not connected yet is still a department of the mainland: the catalogue holds no others.
    private const string Unconnected = "CN";

    public WorkingCalendar CalendarOf(string department) => calendars.Of(departments.Value.Find(department)?.Jurisdiction ?? Unconnected);

    /// <summary>The clock of a delivery that reaches its department's responsibility at that moment, by the terms of the version that its case was filed under.</summary>
    public DeliveryClock Start(Delivery.Delivery delivery, DateTimeOffset at, string catalogueVersion)
    {
        var calendar = CalendarOf(delivery.Department);
        var day = WorkingCalendar.DayOf(at);
        var (answer, decide) = options.Value.For(delivery.Department, delivery.Item, PromisedFor(delivery, catalogueVersion));
        var decideBy = calendar.AddWorkingDays(day, decide);
        return new DeliveryClock
        {
            DeliveryId = delivery.Id,
            ApplicationId = delivery.ApplicationId,
            Department = delivery.Department,
            ReceivedOn = day,
            AnswerBy = calendar.AddWorkingDays(day, answer),
            FirstDecideBy = decideBy,
            DecideBy = decideBy,
        }.Started(calendar);
    }

    // Promised for the department that the item is of: one that it is forwarded to has promised nothing.
    private PromisedTerms? PromisedFor(Delivery.Delivery delivery, string catalogueVersion) =>
        catalogues.Of(catalogueVersion).TryGetItem(delivery.Item, out var item) && item.Department.Slug == delivery.Department ? item.Terms : null;
}
