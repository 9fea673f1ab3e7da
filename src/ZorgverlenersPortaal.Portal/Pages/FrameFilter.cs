using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Epd.Outbound;
using ZorgverlenersPortaal.Dossier.Maintenance;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>Gives every page its frame (hospital, office, and who is signed in), and forms only to pages that take them.</summary>
internal sealed class FrameFilter(PortalOptions options, EpdHealth epd, CaseQuestions questions, MaintenanceNotice maintenance, TimeProvider clock) : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        if (context.HandlerInstance is PageModel page)
        {
            var session = context.HttpContext.Features.Get<CurrentSession>();
            var provider = context.HttpContext.Features.Get<Visit>()?.Provider;
            var staff = context.HttpContext.Features.Get<StaffVisit>()?.Member;
            page.ViewData["Frame"] = new PageFrame
            {
                HospitalName = options.HospitalName,
                OfficeName = options.OfficeName,
                OfficePhone = options.OfficePhone,
                UserName = provider?.Name ?? staff?.Name,
                UserRole = provider is null ? staff?.Function.Dutch() : string.Join(", ", new[] { provider.Role.Dutch(), provider.PracticeName }.Where(p => p is not null)),
                SessionUntil = session?.Until,
                SessionSeconds = session is null ? 0 : (int)Math.Max(0, Math.Ceiling((session.Until - clock.GetUtcNow()).TotalSeconds)),
                IsLongest = session?.IsLongest ?? false,
                SignedInWith = session?.Session.Method == SignInMethod.Dezi ? "ingelogd met Dezi" : null,
                Questions = provider is null ? 0 : Waiting(provider.UziNumber),
                Kind = staff is null ? FrameKind.Care : Kind(staff.Function),
                EpdNote = provider is null ? null : EpdNote.For(epd.Condition),
                Maintenance = MaintenanceText.Note(maintenance.Current, clock.GetUtcNow(), options.ReceptionPhone),
                Section = MainMenu.Section(context.ActionDescriptor.ViewEnginePath),
            };
        }
    }

    /// <summary>A form sent to a page that takes none: without this it would be shown without having been made.</summary>
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    /// <summary>A mark in the menu is no reason to show no page: also the one that says that the database is gone has a frame.</summary>
    private int Waiting(string uziNumber)
    {
        try
        {
            return questions.CountOf(uziNumber);
        }
        catch (DbException)
        {
            return 0;
        }
    }

    private static FrameKind Kind(AccountFunction function) => function switch
    {
        AccountFunction.CareProvider => FrameKind.Care,
        AccountFunction.SecurityOfficer => FrameKind.Audit,
        AccountFunction.PortalAdministrator => FrameKind.Admin,
    };
}
