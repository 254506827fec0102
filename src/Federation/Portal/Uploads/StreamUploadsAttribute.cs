using Microsoft.AspNetCore.Mvc;

namespace CrossBorder.Federation.Portal.Uploads;

/// <summary>
/// A page whose form brings files: they are taken as they come, and the page finds them as <see cref="PostedForm"/>. After the gate for residents
/// and the limit of the request, before the framework looks for the token against forgery: it then finds a form that is read already.
/// </summary>
/// <typeparam name="TAsked">Says which files the page takes.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StreamUploadsAttribute<TAsked> : TypeFilterAttribute
    where TAsked : IAsksForFiles
{
    // RequestSizeLimit stands at 900, the token's filter at 1000.
    private const int Place = 950;

    public StreamUploadsAttribute()
        : base(typeof(UploadGate<TAsked>)) => Order = Place;
}
