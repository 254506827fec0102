using System.Net;
using System.Reflection;
using CrossBorder.Federation.ConsolePages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>Every page of the console, whichever there are: for nobody who is not named on it.</summary>
public sealed class ConsoleDoorsTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private static readonly string[] Open = ["/console/sign-in", "/console/join", "/console/arrived"];
    private const string Missing = "00000000000000000000000000000000";
    private static readonly string[] Roles = ["SecurityOfficer", "Reviewer", "Auditor", "Operator"];

    [Fact]
    public async Task Anonymous_is_sent_to_sign_in_and_back()
    {
        using var nobody = desk.Visit();
        var pages = Pages();
        Assert.True(pages.Count >= 2);

        foreach (var page in pages)
        {
            var (_, location) = await nobody.GoAsync(page.Address);
            Assert.NotNull(location);
            Assert.Equal("/console/sign-in?back=" + Uri.EscapeDataString(page.Address), location.PathAndQuery);
        }
    }

    [Fact]
    public async Task Each_role_is_refused_what_is_not_its_own_and_may_open_what_is()
    {
        foreach (var role in Roles)
        {
            using var officer = await desk.EnterAsync(role);
            foreach (var page in Pages())
            {
                var (shown, _) = await officer.GoAsync(page.Address);
                var open = page.Address.Contains(Missing, StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
                Assert.Equal(page.Roles.Contains(role) ? open : HttpStatusCode.Forbidden, shown.Status);
                if (!page.Roles.Contains(role))
                    Assert.Contains("CB6052", shown.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Only_the_pages_that_let_officers_in_are_open_to_everybody() =>
        Assert.Empty(Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(Address).Except(Open));

    [Fact]
    public void A_page_that_names_nobody_is_for_nobody()
    {
        var conventions = new Microsoft.AspNetCore.Mvc.ApplicationModels.PageConventionCollection([]);
        ConsoleDoors.Close(conventions);
        var descriptor = new PageActionDescriptor { RelativePath = "/Console/Pages/New.cshtml", ViewEnginePath = "/Console/Pages/New" };
        var page = new Microsoft.AspNetCore.Mvc.ApplicationModels.PageApplicationModel(descriptor, typeof(Page).GetTypeInfo(), []);

        foreach (var convention in conventions.OfType<Microsoft.AspNetCore.Mvc.ApplicationModels.IPageApplicationModelConvention>())
            convention.Apply(page);

        Assert.Equal("nobody", Assert.IsType<AuthorizeAttribute>(Assert.Single(page.EndpointMetadata)).Roles);
    }

    [Fact]
    public async Task A_resident_is_no_officer()
    {
        using var resident = desk.Visit();
        resident.Cookies.Add(resident.Hub, new Cookie("hub.session", "whatever-a-resident-has"));
        using var officer = await desk.EnterAsync("Auditor");
        var stolen = officer.Cookies.GetCookies(officer.Hub).Single(cookie => cookie.Name == "hub.officer");
        // Nor does a ticket of one scheme open the other.
        resident.Cookies.Add(resident.Hub, new Cookie("hub.session", stolen.Value));

        Assert.Equal(HttpStatusCode.Found, (await resident.GoAsync("/console")).Page.Status);
    }

    private List<(string Address, string[] Roles)> Pages() =>
        [.. Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(endpoint => (Address(endpoint), RolesOf(endpoint)))];

    private static string[] RolesOf(Endpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().SelectMany(data => (data.Roles ?? "").Split(',')).ToArray();

    private List<RouteEndpoint> Endpoints() => [.. desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => Address(endpoint).StartsWith("/console", StringComparison.OrdinalIgnoreCase))
        .DistinctBy(Address)];

    // A page about one thing is asked for one that does not exist.
    private static string Address(Endpoint endpoint) => "/" + System.Text.RegularExpressions.Regex.Replace(
        ((RouteEndpoint)endpoint).RoutePattern.RawText!.TrimStart('/'), @"\{[^}]*\}", Missing);
}
