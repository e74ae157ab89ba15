package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.mapping.Mappings;
import com.hackajob.pinpoint.mapping.MappingsContract;

class DynamoMappingsTest extends MappingsContract {

    @Override
    protected Mappings mappings() {
        return new DynamoMappings(LocalTable.empty());
    }
}
