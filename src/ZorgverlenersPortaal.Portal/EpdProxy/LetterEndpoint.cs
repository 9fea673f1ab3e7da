using Microsoft.AspNetCore.Http.Features;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Pages;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.EpdProxy;

/// <summary>Opens a letter: decide, record, and only then stream it from the EPD. GET only.</summary>
public static class LetterEndpoint
{
    /// <summary>Maps the addresses of letters, in a window or on their page, of their earlier versions and of what comes with a report: a handle of the one opens nothing as the other.</summary>
    public static IEndpointConventionBuilder MapLetters(this IEndpointRouteBuilder endpoints)
    {
        var letters = endpoints.MapGroup("/patient/{patient}");
        letters.MapGet("/brief/{letter}", (HttpContext context, string patient, string letter, LetterReader reader) =>
            OpenAsync(context, patient, ("letter", letter), reader.OpenAsync));
        letters.MapGet("/brief/{letter}/inhoud", (HttpContext context, string patient, string letter, LetterReader reader) =>
        {
            context.Items[LetterHeaders.InPage] = true;
            return OpenAsync(context, patient, ("letter", letter), reader.OpenAsync);
        });
        letters.MapGet("/eerdere-brief/{letter}", (HttpContext context, string patient, string letter, LetterReader reader) =>
            OpenAsync(context, patient, ("earlier", letter), reader.OpenEarlierAsync));
        letters.MapGet("/bijlage/{file}", (HttpContext context, string patient, string file, LetterReader reader) =>
            OpenAsync(context, patient, ("report-file", file), reader.OpenReportFileAsync));
        return letters;
    }

    private static async Task OpenAsync(
        HttpContext context, string patient, (string Kind, string Handle) letter, Func<PatientGrant, string, CancellationToken, Task<OpenedLetter?>> open)
    {
        var services = context.RequestServices;
        var (access, handles) = (services.GetRequiredService<AccessControl>(), services.GetRequiredService<HandleProtector>());
        var visit = context.Features.GetRequiredFeature<Visit>();
        using var handle = handles.Open("patient", visit.SessionReference, patient);
        var opened = await access.OpenLetterAsync(visit, handle?.Id, context.RequestAborted);
        if (opened.Grant is not { } grant)
        {
            context.Response.StatusCode = RefusedAs.Status(context, opened);
            return;
        }
        context.RestsOn(grant.Decision);
        var found = grant.Categories.Contains(letter.Kind == "report-file" ? DossierCategory.Results : DossierCategory.Letters) && handle?.Read(letter.Kind, letter.Handle) is { } id
            ? await open(grant, id, context.RequestAborted)
            : null;
        if (found is null)
        {
            context.Response.StatusCode = RefusedAs.Unknown(await access.RefuseLetterAsync(grant));
            return;
        }
        await services.GetRequiredService<LetterForwarder>().SendAsync(context, found);
    }
}
