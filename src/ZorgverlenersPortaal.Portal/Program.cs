using ZorgverlenersPortaal.Portal;
using ZorgverlenersPortaal.Portal.Commands;

// The words before the first option choose a command; without any, the portal runs.
return args is [var word, ..] && (!word.StartsWith('-') || word is "--help" or "-h")
    ? await PortalCommands.RunAsync(args)
    : await PortalApplication.RunAsync(args);
