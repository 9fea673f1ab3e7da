using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Portal.Authentication.Dezi;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>What holds for every refusal: its own code on the page, its own reason in the trail, and nobody let in.</summary>
internal static class DeziAssert
{
    public static void Refused(PortalHost portal, PortalClient client, PortalAnswer answer, DeziRefusal refusal)
    {
        var record = portal.Trail(AuditEventType.SignInRefused)[0];
        Assert.Equal(refusal.ToString(), record.Decision!.ReasonCode);
        Assert.Equal(("dezi", "Denied", AuditOutcome.Refused), (record.Decision.Rule, record.Decision.Verdict, record.Outcome));
        Assert.Equal((DeziRefusalTexts.For(refusal).Code, record.Incident), (answer.Code, answer.Incident));
        Assert.Equal(DeziRefusalTexts.For(refusal).Title, answer.Part("h1"));
        Assert.Equal(403, answer.Status);
        Assert.Null(answer.Header("Refresh"));
        Assert.Null(client.SessionCookie);
    }

    public static async Task SignedInAsync(PortalClient client, PortalAnswer answer)
    {
        Assert.Equal((200, "0;url=/patienten"), (answer.Status, answer.Header("Refresh")));
        Assert.Equal("/patienten", (await client.GetAsync("/")).Location);
    }
}
