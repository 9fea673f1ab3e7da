namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>Proves a configuration before it goes live.</summary>
internal static class CheckCommand
{
    public static int Run(CommandInput input)
    {
        input.Done();
        var settings = input.Settings();
        Console.WriteLine($"The configuration is in order: {settings.Portal.Origin}, EPD {settings.Epd.Base}, {settings.Trust.Intermediates.Count} card CAs.");
        return 0;
    }
}
