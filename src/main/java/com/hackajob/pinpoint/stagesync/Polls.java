package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.CompanyId;

/** How far the companies' polls are. */
public interface Polls {

    Poll read(CompanyId company);

    /** Writes it; when something last moved is left as it is. A poll that is written over is done again from there. */
    void save(Poll poll);
}
